using System.Diagnostics.CodeAnalysis;
using ColoGen.Core.Analysis;
using ColoGen.Core.Formats;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Conformance.Tests.Agreement;

/// <summary>The documents of a topology without values of run time, from their templates.</summary>
/// <param name="edit">What is done to each by hand.</param>
internal sealed class TemplateDocuments(TopologyContext index, Func<string, string> edit)
{
    private static readonly EquatableArray<Setting> s_domain =
    [
        new(nameof(DomainAttribute.Name), new TextConstant("agreement")),
        new(nameof(DomainAttribute.Type), new EnumConstant(nameof(DomainType.Qemu))),
        new(nameof(DomainAttribute.Machine), new TextConstant("pc")),
        new(nameof(DomainAttribute.MemoryMiB), new NumberConstant(64)),
    ];

    private readonly DocumentContext _context = new(index);
    private readonly DocumentContext _domain = index.Topology.Domain is null ? new(new(index.Topology with { Domain = s_domain })) : new(index);

    public TemplateDocuments(TopologyContext index)
        : this(index, text => text)
    {
    }

    /// <summary>Writes each of them once. They may have none of a declaration with errors.</summary>
    /// <param name="problem">Why one of them can't be written.</param>
    public static bool TryWrite(TopologyContext index, [NotNullWhen(true)] out TemplateDocuments? documents, [NotNullWhen(false)] out string? problem)
    {
        documents = new TemplateDocuments(index);
        problem = null;
        try
        {
            _ = (documents.Commands, documents.InverseCommands, documents.Arguments, documents.Domain);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            problem = exception.ToString();
            documents = null;
        }

        return documents is not null;
    }

    public IReadOnlyList<string> Commands => Lines("Qmp");

    public IReadOnlyList<string> InverseCommands => Lines("QmpInverse");

    public IReadOnlyList<string> Arguments => Text("BlockdevArguments").Split('\0', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The libvirt domain, whether or not the topology is declared as one; null where libvirt can't have it.</summary>
    public string? Domain => Get("DomainXml").ProblemOf(_domain) is null ? Text("DomainXml", _domain) : null;

    private static Document Get(string name) => Document.All.Single(document => document.Name == name);

    private string Text(string name) => Text(name, _context);

    private string Text(string name, DocumentContext context)
    {
        var text = new CharBuffer();
        var builder = new TemplateBuilder(text);
        Get(name).Write(builder, context);
        Assert.All(builder.ToTemplate(), segment => Assert.IsType<Literal>(segment));
        string document = text.ToStringAndClear();
        text.Return();
        return edit(document);
    }

    private string[] Lines(string name) => Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
