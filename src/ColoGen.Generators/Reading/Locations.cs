using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Reading;

/// <summary>Where a path of the model stands in the source.</summary>
internal static class Locations
{
    /// <summary>The member of the topology that the path begins with, at its attribute where it has one; the topology itself for an empty path.</summary>
    public static Location Of(INamedTypeSymbol topology, string path, CancellationToken cancellation)
    {
        int end = path.IndexOfAny(['.', '[']);
        string first = end < 0 ? path : path.Substring(0, end);
        ISymbol? member = first.Length == 0 ? null : topology.GetMembers(first).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol);
        if (member is null) return topology.Locations[0];
        AttributeData? attribute = Members.Attributes(member).FirstOrDefault(attribute => attribute.AttributeClass?.Name is "DiskAttribute" or "HostDiskAttribute");
        return attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? member.Locations[0];
    }
}
