using System.Globalization;
using Phase1.Load.Ai;
using Phase1.Load.Gateway;
using Phase1.Load.Pipeline;
using Phase1.Load.Portal;
using Phase1.Load.Torture;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};
var began = TimeProvider.System.GetTimestamp();
try
{
    switch (args)
    {
        case ["torture", .. var rest] when TortureOptions.Read(rest) is { } torture:
            var tortured = await new TortureRun(torture, Tell, TimeProvider.System).RunAsync(interrupted.Token);
            Console.WriteLine(torture.Json ? tortured.ToJson() : tortured.ToString());
            return tortured.IsClean ? 0 : 1;
        case ["pipeline", .. var rest] when PipelineOptions.Read(rest) is { } options:
            var figures = await new PipelineBenchmark(options, Tell, TimeProvider.System).RunAsync(interrupted.Token);
            Console.WriteLine(options.Json ? figures.ToJson() : figures.ToText());
            return 0;
        case ["portal", .. var rest] when PortalOptions.Read(rest) is { } portal:
            var seen = await new PortalBenchmark(portal, Tell, TimeProvider.System).RunAsync(interrupted.Token);
            Console.WriteLine(portal.Json ? seen.ToJson() : seen.ToText());
            return 0;
        case ["ai", .. var rest] when AiOptions.Read(rest) is { } models:
            var told = await new AiStory(Tell, TimeProvider.System).RunAsync(interrupted.Token);
            Console.WriteLine(models.Json ? told.ToJson() : told.ToText());
            return told.Succeeded ? 0 : 1;
        case ["gateway", .. var rest] when GatewayLoadOptions.Read(rest) is { } gateway:
            var measured = await new GatewayBenchmark(gateway, Tell, TimeProvider.System).RunAsync(interrupted.Token);
            Console.WriteLine(gateway.Json ? measured.ToJson() : measured.ToText());
            return measured.Bounded.IsExact ? 0 : 1;
        default:
            Console.Error.WriteLine("usage: Phase1.Load torture [--kills N] [--seed N] [--kafka] [--json]");
            Console.Error.WriteLine("       Phase1.Load pipeline [--kafka] [--instances N] [--batches N] [--json]");
            Console.Error.WriteLine("       Phase1.Load portal [--requests N] [--json]");
            Console.Error.WriteLine("       Phase1.Load ai [--json]");
            Console.Error.WriteLine("       Phase1.Load gateway [--calls N] [--json]");
            return 64;
    }
}
catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
{
    return 130;
}

void Tell(string sentence) =>
    Console.Error.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds, 6:0.0} s  {sentence}")
    );
