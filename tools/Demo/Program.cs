using Phase1.Demo;
using Phase1.Demo.Client;
using Phase1.Demo.Steps;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};
try
{
    if (DemoOptions.Read(args) is not { } options)
    {
        await Console.Error.WriteLineAsync(
            $"Phase1.Demo [crash] [--json] [--base-port N] --samples FOLDER [--suite SCRIPT]; {DemoOptions.PostgresVariable} names the PostgreSQL."
        );
        return 64;
    }
    var result = await new Story(options, Console.Out, redraw: !Console.IsOutputRedirected, TimeProvider.System).TellAsync(
        interrupted.Token
    );
    if (options.Json)
    {
        await Console.Out.WriteLineAsync(result.ToJson());
    }
    return result.Succeeded ? 0 : 1;
}
catch (DemoException failed)
{
    await Console.Error.WriteLineAsync($"phase1 demo: {failed.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
