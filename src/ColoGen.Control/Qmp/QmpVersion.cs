namespace ColoGen.Control.Qmp;

/// <summary>QEMU's version as its greeting has it.</summary>
/// <param name="Major">The <c>major</c> of <c>version.qemu</c>.</param>
/// <param name="Minor">The <c>minor</c> of <c>version.qemu</c>.</param>
/// <param name="Micro">The <c>micro</c> of <c>version.qemu</c>.</param>
/// <param name="Package">The <c>package</c>: what the distribution calls it; may be empty.</param>
public sealed record QmpVersion(int Major, int Minor, int Micro, string Package)
{
    /// <summary>Such as <c>7.2.22</c>.</summary>
    public override string ToString() => $"{Major}.{Minor}.{Micro}";
}
