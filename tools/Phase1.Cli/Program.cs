using System.CommandLine;
using System.Runtime.InteropServices;
using Phase1.Cli;
using Phase1.Cli.Commands;
using Phase1.Demo;
using Phase1.Servers;

using var interrupted = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
var parsed = Root.Create().Parse(args.Length == 0 ? ["help"] : args);
if (parsed.Errors.Count > 0)
{
    return Usage(parsed);
}
try
{
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

static int Usage(ParseResult parsed)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine($"phase1: {error.Message}");
    }
    Root.Create().Parse([.. parsed.CommandResult.Path(), "--help"]).Invoke(new InvocationConfiguration { Output = Console.Error });
    return ExitCode.Usage;
}
