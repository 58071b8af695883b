namespace ColoGen.TestInfrastructure;

/// <summary>Reads XML with libxml2, the parser that libvirt uses.</summary>
public static class XmlLint
{
    /// <summary>The string that the XPath expression finds in the document.</summary>
    /// <exception cref="FormatException">The document is not well-formed, or the expression is wrong.</exception>
    public static async Task<string> FindAsync(string xml, string xpath, CancellationToken cancellationToken = default)
    {
        ProgramResult result = await Programs.RunAsync(
            "xmllint", ["--nonet", "--xpath", $"string({xpath})", "-"], xml, cancellationToken);
        if (result.ExitStatus != 0) throw new FormatException(result.Error.Trim());

        // xmllint ends what it prints with a line end of its own.
        return result.Output.EndsWith('\n') ? result.Output[..^1] : result.Output;
    }
}
