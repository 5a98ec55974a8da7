using Phase1.Events;

namespace Phase1.Unit.Tests.Suite;

/// <summary>Two essays, each fact up to twice, a deadline, one late correction: every interleaving there is.</summary>
public sealed class SmallWorldTests
{
    static readonly BatchStatus[] WholePath =
    [
        BatchStatus.AwaitingContentValidation,
        BatchStatus.AwaitingStudentValidation,
        BatchStatus.StudentValidationCompleted,
        BatchStatus.ReadyForPipelineExecution,
    ];

    [Fact, Trait("Scenario", "S-111")]
    public async Task Every_interleaving_takes_legal_paths_and_ends_alike()
    {
        var begin = await SmallWorld.BeginAsync();
        var (seen, ends) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var ahead = new Stack<(SmallWorld World, string Way)>(begin.Ways.Select(way => (begin, way)));
        while (ahead.TryPop(out var step))
        {
            var world = await step.World.GoAsync(step.Way);
            if (!seen.Add(world.Print()))
            {
                continue;
            }
            Check(world, step.Way);
            if (world.IsSettled)
            {
                ends.Add(world.End());
            }
            foreach (var way in world.Ways)
            {
                ahead.Push((world, way));
            }
        }

        ends.ShouldHaveSingleItem().ShouldBe(End);
        // Fewer would mean that something is no longer tried.
        seen.Count.ShouldBeGreaterThan(2_500);
        TestContext.Current.TestOutputHelper?.WriteLine($"{seen.Count} worlds");
    }

    static readonly string End = $"{string.Join('>', WholePath)} text-1,text-2 True 0 {SmallFacts.Id(10)},{SmallFacts.Id(12)}";

    static void Check(SmallWorld world, string way)
    {
        if (world.Doubled is { } doubled)
        {
            Assert.Fail($"{doubled} told twice after {way}: {world.Print()}");
        }
        if (!WholePath.AsSpan().StartsWith(world.Path.ToArray()))
        {
            Assert.Fail($"not a legal path after {way}: {world.Print()}");
        }
        if (world.Status == BatchStatus.ReadyForPipelineExecution && !world.IsReleased)
        {
            Assert.Fail($"ready before the release after {way}: {world.Print()}");
        }
    }
}
