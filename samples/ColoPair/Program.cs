using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ColoPair;

using var interruption = new Interruption();

const string pair = "pair";
var document = new Argument<string>("document") { Description = "The document to print; 'pair' is for the pair's lists of QMP commands." };
document.AcceptOnlyFromAmong([.. HostDocuments.Names, pair]);
var host = new Option<string>("--host") { Description = "The host that the document is of." };
host.AcceptOnlyFromAmong("primary", "secondary");
var list = new Option<string>("--list") { HelpName = "name", Description = $"The list of the pair's commands: {string.Join(", ", PairCommands.Names)}." };
list.AcceptOnlyFromAmong([.. PairCommands.Names]);

var show = new Command("show", "Print one document of one host, or one list of the pair's commands, as it is: ready for a file or a pipe.")
{
    document,
    host,
    list,
};
show.Validators.Add(parsed =>
{
    if (parsed.Errors.Any()) return;
    (Option<string> wanted, Option<string> other) = parsed.GetValue(document) == pair ? (list, host) : (host, list);
    if (parsed.GetResult(wanted) is null) parsed.AddError($"Option '{wanted.Name}' is required for '{parsed.GetValue(document)}'.");
    if (parsed.GetResult(other) is not null) parsed.AddError($"Option '{other.Name}' is not for '{parsed.GetValue(document)}'.");
});
show.SetAction(parsed =>
{
    string name = parsed.GetRequiredValue(document);
    byte[] bytes = (name, parsed.GetValue(host)) switch
    {
        (pair, _) => PairCommands.Bytes(Hosts.ShownPair, parsed.GetRequiredValue(list)),
        (_, "primary") => HostDocuments.Bytes(Hosts.ShownPrimary, name),
        _ => HostDocuments.Bytes(Hosts.ShownSecondary, name),
    };
    using Stream output = Console.OpenStandardOutput();
    output.Write(bytes);
});

var check = new Command("check", "Prove every document against the real QEMU and libvirt.");
check.SetAction((_, cancellation) => Proof.RunAsync(isAllThatWasAsked: true, cancellation));

var accelerator = new Option<string>("--accelerator")
{
    Description = "kvm and tcg run a guest, tcg with QEMU 11 or newer; none runs the block layer alone. "
        + "Left out, it is the first of them that works on this machine.",
};
accelerator.AcceptOnlyFromAmong("kvm", "tcg", RunOptions.NoAccelerator);
var checkpointDelay = new Option<int>("--checkpoint-delay")
{
    HelpName = "milliseconds",
    Description = "Time between two checkpoints.",
    DefaultValueFactory = _ => 500,
};
checkpointDelay.Validators.Add(parsed =>
{
    if (parsed.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out int delay) && delay < 0)
    {
        parsed.AddError($"A checkpoint delay of {delay} is less than none.");
    }
});

var run = new Command("run", "Start the pair as real QEMUs, kill the primary, fail over, resync a new secondary, and fail over again.")
{
    accelerator,
    checkpointDelay,
};
run.SetAction((parsed, cancellation) => PairRun.RunAsync(new(parsed.GetValue(accelerator), parsed.GetValue(checkpointDelay)), cancellation));

var root = new RootCommand(
    "A COLO pair, declared in Declarations.cs: prints both hosts' documents, proves them against the real QEMU and libvirt, and runs the pair.")
{
    show, check, run,
};
root.SetAction(async (_, cancellation) =>
{
    Overview.Print();
    int status = await Proof.RunAsync(isAllThatWasAsked: false, cancellation);
    Console.WriteLine();
    Console.WriteLine("To see the pair alive, and its primary die: dotnet run --project samples/ColoPair -- run");
    return status;
});

ParseResult result = root.Parse(args);
if (result.Errors.Count == 0)
{
    int status = await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }, interruption.Token);
    return interruption.ExitStatus ?? status;
}

foreach (ParseError error in result.Errors) Console.Error.WriteLine(error.Message);
Console.Error.WriteLine();
await root.Parse([.. result.CommandResult.Command is Command command && command != root ? [command.Name] : Array.Empty<string>(), "--help"])
    .InvokeAsync(new InvocationConfiguration { Output = Console.Error });
return 2;
