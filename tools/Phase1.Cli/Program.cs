using System.CommandLine;
using System.Runtime.InteropServices;
using Phase1.Cli;
using Phase1.Cli.Commands;
using Phase1.Demo;
using Phase1.Servers;

using var interrupted = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
var asksForNeeds = args is [Needs.Question, ..];
string[] line = asksForNeeds ? args[1..] : args;
var parsed = Root.Create().Parse(line.Length == 0 ? ["help"] : line);
try
{
    if (asksForNeeds)
    {
        return Print(Needs.Of(parsed), Console.Out, ExitCode.Done);
    }
    if (parsed.Errors.Count > 0)
    {
        return Print(Refusal.Of(parsed).Select(sentence => $"phase1: {sentence}"), Console.Error, ExitCode.Usage);
    }
    var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
    return await parsed.InvokeAsync(configuration, interrupted.Token);
}
catch (Exception) when (interrupted.IsCancellationRequested)
{
    // Programs that ran for us were interrupted, too, and have failed for it.
    return ExitCode.Interrupted;
}
catch (Exception failed) when (failed is CommandException or ServerException or DemoException)
{
    await Console.Error.WriteLineAsync($"phase1: {failed.Message}");
    return ExitCode.Failed;
}

void Interrupt(PosixSignalContext context)
{
    context.Cancel = true;
    interrupted.Cancel();
}

static int Print(IEnumerable<string> lines, TextWriter writer, int exitCode)
{
    foreach (var text in lines)
    {
        writer.WriteLine(text);
    }
    return exitCode;
}
