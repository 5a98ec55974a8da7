using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Deadlines;

/// <summary>A monitor that dies leaves its sets as it found them, and whoever comes next begins with them.</summary>
public class MonitorDeathTests
{
    [Theory]
    [Trait("Scenario", "S-525")]
    [InlineData("update on association_sets")]
    [InlineData("update on associations")]
    [InlineData("insert on association_changes")]
    [InlineData("insert on outbox")]
    public async Task Whose_session_dies_before_the_commit_has_done_nothing_and_the_next_does_it_once(string moment)
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], []);
        // What a killed process looks like to the database: the session is gone in the middle of its transaction.
        await cms.ScalarAsync<object>(
            $"""
            create function die() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
            create trigger die after {moment} execute function die();
            """
        );

        cms.Service.Advance(TimeSpan.FromHours(24));
        await cms.TickAsync();
        (await batch.StateAsync()).ShouldBe("open");
        (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(0);
        (await cms.ScalarAsync<long>("select count(*) from students where is_placeholder")).ShouldBe(0);

        await cms.ScalarAsync<object>($"drop trigger die on {moment.Split(' ')[^1]}");
        await cms.Service.RestartAsync();
        await cms.SettleAsync();
        (await batch.ReleaseAsync()).Data.Associations.Count.ShouldBe(2);
        (await batch.FactsAsync<ValidationTimeoutProcessed>()).ShouldHaveSingleItem();
        (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(2);
    }

    [Fact]
    [Trait("Scenario", "S-528")]
    public async Task Whoever_starts_looks_at_once_and_not_after_the_first_interval()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        await cms.ScalarAsync<object>("update association_sets set next_due_at = opened_at, deadline_at = opened_at");

        await cms.Service.RestartAsync();

        await Eventually.BecomesTrueAsync(async () => await batch.StateAsync() == "released", CmsUnderTest.Token);
        await cms.Service.DrainAsync();
        await batch.ReleaseAsync();
    }
}
