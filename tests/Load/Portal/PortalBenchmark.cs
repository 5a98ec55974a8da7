using System.Net;
using Phase1.Load.Suite;
using Phase1.Servers.Suites;

namespace Phase1.Load.Portal;

/// <summary>The Portal under eight teachers, all services as processes of their own; each page a fixed number of times.</summary>
sealed class PortalBenchmark(PortalOptions options, Action<string> tell, TimeProvider clock)
{
    const int Essays = 200;
    const int AtOnce = 8;
    const int Decisions = 60;

    static readonly Dictionary<string, string?> Settings = new() { ["Batches__MaxEssays"] = "200" };

    internal async Task<PortalFigures> RunAsync(CancellationToken cancellationToken)
    {
        await using var suite = await RunningSuite.StartAsync(null, 1, Settings, cancellationToken, withPortal: true);
        var address = suite.AddressesOf(SuiteService.Portal).Single();
        tell("three classes and a batch of 200 essays are prepared");
        var scene = await PortalScene.PrepareAsync(suite, Essays, clock, cancellationToken);
        using var teacher = await SignInAsync(PortalScene.Teacher);
        tell($"each page {options.Requests} times, after a tenth of it to warm up");
        var first = await AskAsync(teacher, "/", cancellationToken);
        var batch = await AskAsync(teacher, scene.BatchPage, cancellationToken);
        var board = await AskAsync(teacher, scene.Board, cancellationToken);
        var firstVisit = await PageBytes.OfAsync(teacher, "/", cancellationToken);
        var boardVisit = await PageBytes.OfAsync(teacher, scene.Board, cancellationToken);
        tell($"{Decisions} decisions, and when another page hears of each");
        var (decided, heard) = await DecideAsync(teacher, scene, cancellationToken);
        tell("100 files of 100 kB, by both ways, in turns");
        var upload = await new UploadRace(suite, teacher, clock).RunAsync(cancellationToken);
        tell($"{OpenStreams.Count} open streams");
        var streams = await new OpenStreams(suite, teacher).MegabytesAsync(SignInAsync, cancellationToken);
        return new(
            Share.Of(first, 0.5),
            Share.Of(first, 0.95),
            Share.Of(batch, 0.95),
            Share.Of(board, 0.95),
            boardVisit.All,
            firstVisit.All,
            boardVisit.Scripts,
            upload.PortalPerS,
            upload.DirectPerS,
            upload.Ratio,
            Share.Of(decided, 0.95),
            Share.Of(heard, 0.95),
            streams
        );

        async Task<Visitor> SignInAsync(string userId) =>
            await Visitor.SignedInAsync(address, await PortalPeople.MakeAsync(suite, userId, cancellationToken), cancellationToken);
    }

    async Task<IReadOnlyList<double>> AskAsync(Visitor teacher, string path, CancellationToken cancellationToken)
    {
        await RoundAsync(options.Requests / 10);
        return await RoundAsync(options.Requests);

        async Task<IReadOnlyList<double>> RoundAsync(int requests)
        {
            var left = requests;
            var rounds = Enumerable
                .Range(0, AtOnce)
                .Select(async _ =>
                {
                    var took = new List<double>();
                    while (Interlocked.Decrement(ref left) >= 0)
                    {
                        took.Add(await TimeAsync(() => teacher.SeeAsync(path, cancellationToken)));
                    }
                    return took;
                });
            return [.. (await Task.WhenAll(rounds)).SelectMany(took => took)];
        }
    }

    async Task<(IReadOnlyList<double> Decided, IReadOnlyList<double> Heard)> DecideAsync(
        Visitor teacher,
        PortalScene scene,
        CancellationToken cancellationToken
    )
    {
        using var other = await teacher.ListenAsync(cancellationToken);
        var (decided, heard) = (new List<double>(), new List<double>());
        foreach (var essay in (await scene.EssaysAsync(teacher, cancellationToken)).Take(Decisions))
        {
            decided.Add(
                await TimeAsync(async () =>
                {
                    var status = await teacher.DecideAsync(scene, essay, Guid.NewGuid().ToString(), cancellationToken);
                    return status == HttpStatusCode.OK
                        ? status
                        : throw new InvalidOperationException($"A decision was answered with {(int)status}.");
                })
            );
            heard.Add(await TimeAsync(() => HearAsync(other, cancellationToken)));
        }
        return (decided, heard);
    }

    static async Task<string> HearAsync(StreamReader stream, CancellationToken cancellationToken)
    {
        while (await stream.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("event: changed", StringComparison.Ordinal))
            {
                return line;
            }
        }
        throw new InvalidOperationException("The stream has ended.");
    }

    async Task<double> TimeAsync<T>(Func<Task<T>> act)
    {
        var began = clock.GetTimestamp();
        await act();
        return clock.GetElapsedTime(began).TotalMilliseconds;
    }
}
