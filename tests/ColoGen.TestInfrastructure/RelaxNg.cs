namespace ColoGen.TestInfrastructure;

/// <summary>Validates XML against RELAX NG schemas with xmllint.</summary>
public static class RelaxNg
{
    private const int DocumentIsNotWellFormed = 1;
    private const int DocumentIsNotValid = 3;

    /// <summary>libvirt's schema of a domain, from the Debian package libvirt0.</summary>
    public static string LibvirtDomainSchema => "/usr/share/libvirt/schemas/domain.rng";

    /// <summary>Null when the XML is valid; else what xmllint has to say against it.</summary>
    /// <exception cref="InvalidOperationException">The schema itself cannot be used.</exception>
    public static async Task<string?> ValidateAsync(
        string schemaPath, string xml, CancellationToken cancellationToken = default)
    {
        ProgramResult result = await Programs.RunAsync(
            "xmllint", ["--noout", "--nonet", "--relaxng", schemaPath, "-"], xml, cancellationToken);
        return result.ExitStatus switch
        {
            0 => null,
            DocumentIsNotWellFormed or DocumentIsNotValid => result.Error.Trim(),
            _ => throw new InvalidOperationException(
                $"xmllint ended with status {result.ExitStatus} for the schema {schemaPath}: {result.Error.Trim()}"),
        };
    }
}
