using System.Reflection;
using ColoGen.Conformance.Tests.Documents.Topologies;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>The disks that the tests' topologies declare.</summary>
internal static class DeclaredDisks
{
    /// <summary>Every <see cref="DiskAttribute"/> and <see cref="DiskSettingAttribute"/>.</summary>
    public static IReadOnlyList<Attribute> Attributes { get; } =
    [
        .. from type in typeof(FileFormats).Assembly.GetTypes()
           where type.Namespace == typeof(FileFormats).Namespace
           from member in type.GetProperties().Concat<ICustomAttributeProvider>(type.GetConstructors().SelectMany(constructor => constructor.GetParameters()))
           from attribute in member.GetCustomAttributes(inherit: false)
           where attribute is DiskAttribute or DiskSettingAttribute
           select (Attribute)attribute,
    ];
}
