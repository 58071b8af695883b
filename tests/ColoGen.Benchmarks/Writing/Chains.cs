using System.Globalization;
using System.Reflection;
using System.Text;
using ColoGen.Benchmarks.Compiling;
using ColoGen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Benchmarks.Writing;

/// <summary>Chains of backing images as deep as one likes, compiled here.</summary>
internal static class Chains
{
    /// <summary>Writes the blockdev arguments of a chain and gives their length.</summary>
    public delegate int Write(Span<byte> destination);

    public static Write Writer(int depth)
    {
        var source = new StringBuilder("using ColoGen;\n[Topology] public sealed partial record Host([Disk(\"vda\")] Layer0 Root)\n{\n");
        string value = $"new Layer{depth - 1}(\"/var/lib/images/layer-{depth - 1:D3}.qcow2\")";
        for (int layer = depth - 2; layer >= 0; layer--) value = $"new Layer{layer}(\"/var/lib/images/layer-{layer:D3}.qcow2\", {value})";
        source.Append(CultureInfo.InvariantCulture, $"    private static readonly Host s_host = new({value});\n");
        source.Append(
            "    public static int Write(System.Span<byte> destination) => "
            + "s_host.TryWriteBlockdevArguments(destination, out int written) ? written : -1;\n}\n");
        for (int layer = 0; layer < depth; layer++)
        {
            string backing = layer == depth - 1 ? "" : $", Layer{layer + 1} Backing";
            source.Append(CultureInfo.InvariantCulture, $"[FileSource(Format = DiskFormat.Qcow2)] public sealed record Layer{layer}(string File{backing});\n");
        }

        CSharpCompilation compilation = Declarations.Compilation(1, _ => source.ToString());
        compilation = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release)).WithAssemblyName($"Chain{depth}");
        CSharpGeneratorDriver.Create(new ColoGenGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        using var stream = new MemoryStream();
        if (!output.Emit(stream).Success) throw new InvalidOperationException(string.Join('\n', output.GetDiagnostics()));
        return Assembly.Load(stream.ToArray()).GetType("Host")!.GetMethod("Write")!.CreateDelegate<Write>();
    }
}
