using System.Diagnostics.CodeAnalysis;
using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Templates;

namespace ColoGen.Conformance.Tests.Agreement;

/// <summary>The documents of a topology without values of run time, from their templates.</summary>
/// <param name="edit">What is done to each by hand.</param>
internal sealed class TemplateDocuments(TopologyContext index, Func<string, string> edit)
{
    private readonly DocumentContext _context = new(index);

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

    /// <summary>The libvirt domain, with a domain around the fragments of a topology that is none; null where libvirt can't have it.</summary>
    public string? Domain
    {
        get
        {
            if (DomainXmlDocument.Refusal(_context) is not null) return null;
            return index.Topology.Domain is not null
                ? Text("DomainXml")
                : $"""
                  <domain type='qemu' xmlns:qemu='{DomainXmlDocument.QemuNamespace}'>
                    <name>agreement</name>
                    <memory unit='MiB'>64</memory>
                    <vcpu>1</vcpu>
                    <iothreads>3</iothreads>
                    <os><type arch='x86_64' machine='pc'>hvm</type></os>
                    <devices>{Text("DeviceXml")}</devices>
                    {Text("QemuXml")}
                  </domain>
                  """;
        }
    }

    private string Text(string name)
    {
        var text = new CharBuffer();
        var builder = new TemplateBuilder(text);
        Document.All.Single(document => document.Name == name).Write(builder, _context);
        Assert.All(builder.ToTemplate(), segment => Assert.IsType<Literal>(segment));
        string document = text.ToStringAndClear();
        text.Return();
        return edit(document);
    }

    private string[] Lines(string name) => Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
