namespace ColoGen.Control.Tests;

/// <summary>Arguments of a declared host, changed by hand.</summary>
internal static class Arguments
{
    public static string[] Of(IBlockdevArguments host, string old, string replacement)
    {
        string[] arguments = host.GetBlockdevArguments();
        string[] changed = [.. arguments.Select(argument => argument.Replace(old, replacement))];
        Assert.NotEqual(arguments, changed);
        return changed;
    }
}
