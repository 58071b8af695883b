using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using ColoGen.Package.Tests.Support;

namespace ColoGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class DocumentationTests(PackageFixture package)
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_public_type_and_member_has_a_text()
    {
        using var stream = new MemoryStream(package.Files["lib/net8.0/ColoGen.xml"]);
        HashSet<string> documented =
        [
            .. XDocument.Load(stream).Descendants("member")
                .Where(member => member.Elements().Any(element => element.Name == "inheritdoc" || element.Value.Trim().Length > 0))
                .Select(member => Stem(member.Attribute("name")!.Value)),
        ];

        string[] expected =
        [
            .. from type in typeof(ITreeXml).Assembly.GetExportedTypes()
               let path = type.FullName!.Replace('+', '.')
               from name in type.GetMembers(Public).Where(IsWritten).Select(member => $"{path}.{member.Name}").Prepend(path)
               select name,
        ];

        Assert.NotEmpty(expected);
        Assert.Empty(expected.Except(documented));
    }

    /// <summary>The name without its kind, its parameters and its number of type parameters.</summary>
    private static string Stem(string id) => id[2..].Split('(')[0].Split("``")[0].Replace(".#ctor", "..ctor");

    /// <summary>Not what the compiler adds: accessors, the field of an enum, constructors without parameters, the methods of a record.</summary>
    private static bool IsWritten(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => constructor.GetParameters().Length > 0,
        MethodBase method => !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute)),
        FieldInfo field => !field.IsSpecialName,
        _ => true,
    };
}
