using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Wire;

namespace Phase1.Integration.Tests.Messaging.Outages;

/// <summary>
/// Each kind of failure at each step of what a service does by itself, until there is no further step: the work is done once, without anybody's help.
/// </summary>
[Trait("Scenario", "S-702")]
public sealed class Every_failure_of_the_database_in_background_work_passes
{
    // All kinds take minutes: the everyday run has the first, a session that is cut.
    static IEnumerable<WireFault> Kinds => WireFault.All.Take(Repetitions.Of(WireFault.All.Count));

    public static IEnumerable<TheoryDataRow<string, string>> EveryFault =>
        FaultyWork.All.SelectMany(work => Kinds.Select(fault => new TheoryDataRow<string, string>(work.Name, fault.Name)));

    [Theory]
    [MemberData(nameof(EveryFault))]
    public async Task At_whatever_step(string name, string kind)
    {
        var work = FaultyWork.All.Single(one => one.Name == name);
        var fault = WireFault.All.Single(one => one.Name == kind);
        await using var service = await FaultyService.StartAsync(work.Service, fault.IsSilent);
        var account = new List<string>();
        var undisturbed = await TryAsync(step: int.MaxValue);

        for (var step = 1; ; step++)
        {
            var found = await TryAsync(step);
            if (!service.Wire.HasStruck)
            {
                step.ShouldBeGreaterThan(3, "such work has more steps");
                break;
            }
            account.AddRange(found == undisturbed ? [] : [$"step {step}: {found} instead of {undisturbed}"]);
        }

        account.ShouldBeEmpty();
        undisturbed.ShouldEndWith(work.Ending);

        async Task<string> TryAsync(int step)
        {
            var batchId = await work.PrepareAsync(service);
            service.Arm(step, fault);
            await service.WorkAsync(work.Make, work.Done, batchId);
            service.Wire.Disarm();
            return await service.ReadAsync(work.Effects, batchId);
        }
    }
}
