using System.Runtime.CompilerServices;
using ColoGen;
using ColoGen.TestInfrastructure;

namespace ColoPair;

/// <summary>The XML documents are valid.</summary>
internal static class SchemaProof
{
    public static async IAsyncEnumerable<Statement> StatementsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        string tree = Path.Combine(AppContext.BaseDirectory, "tree.rng");
        yield return Valid("primary: the tree XML is valid in the shipped schema", tree, Hosts.ShownPrimary.ToTreeXmlString());
        yield return Valid("secondary: the tree XML is valid in the shipped schema", tree, Hosts.ShownSecondary.ToTreeXmlString());
        yield return Valid("primary: the domain XML is valid in libvirt's schema", RelaxNg.LibvirtDomainSchema, Hosts.ShownPrimary.ToDomainXmlString());
        yield return Valid("secondary: the domain XML is valid in libvirt's schema", RelaxNg.LibvirtDomainSchema, Hosts.ShownSecondary.ToDomainXmlString());
    }

    private static Statement Valid(string text, string schema, string xml) => new(text, async cancellation =>
    {
        if (await RelaxNg.ValidateAsync(schema, xml, cancellation) is { } complaint) throw new InvalidDataException(complaint);
    });
}
