namespace ColoGen.Control.Qmp;

/// <summary>The version of QEMU: <c>version</c> of the QMP greeting.</summary>
/// <param name="Major">The <c>major</c> of <c>version.qemu</c>.</param>
/// <param name="Minor">The <c>minor</c> of <c>version.qemu</c>.</param>
/// <param name="Micro">The <c>micro</c> of <c>version.qemu</c>.</param>
/// <param name="Package">The <c>package</c>: the distribution's package version. May be empty.</param>
public sealed record QmpVersion(int Major, int Minor, int Micro, string Package)
{
    /// <summary>The three numbers, such as <c>7.2.22</c>.</summary>
    public override string ToString() => $"{Major}.{Minor}.{Micro}";
}
