using System.CommandLine;
using System.CommandLine.Parsing;
using ColoPair;

var document = new Argument<string>("document") { Description = "The document to print." };
document.AcceptOnlyFromAmong([.. HostDocuments.Names]);
var host = new Option<string>("--host") { Description = "The host that it is of.", Required = true };
host.AcceptOnlyFromAmong("primary", "secondary");

var show = new Command("show", "Print one document of one host as it is, ready for a file or a pipe.") { document, host };
show.SetAction(parsed =>
{
    string name = parsed.GetRequiredValue(document);
    byte[] bytes = parsed.GetValue(host) == "primary"
        ? HostDocuments.Bytes(Hosts.ShownPrimary, name)
        : HostDocuments.Bytes(Hosts.ShownSecondary, name);
    using Stream output = Console.OpenStandardOutput();
    output.Write(bytes);
});

var check = new Command("check", "Prove every document against the real QEMU and libvirt.");
check.SetAction((_, cancellation) => Proof.RunAsync(isAllThatWasAsked: true, cancellation));

var root = new RootCommand("A COLO pair, declared in Declarations.cs: prints both hosts' documents and proves them against the real QEMU and libvirt.")
{
    show, check,
};
root.SetAction(async (_, cancellation) =>
{
    Overview.Print();
    return await Proof.RunAsync(isAllThatWasAsked: false, cancellation);
});

ParseResult result = root.Parse(args);
if (result.Errors.Count == 0) return await result.InvokeAsync();

foreach (ParseError error in result.Errors) Console.Error.WriteLine(error.Message);
Console.Error.WriteLine();
await root.Parse([.. result.CommandResult.Command is Command command && command != root ? [command.Name] : Array.Empty<string>(), "--help"])
    .InvokeAsync(new InvocationConfiguration { Output = Console.Error });
return 2;
