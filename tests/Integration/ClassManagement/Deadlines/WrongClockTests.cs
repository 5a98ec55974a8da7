using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging.Time;
using Phase1.Tests.Infrastructure;

namespace Phase1.Integration.Tests.ClassManagement.Deadlines;

/// <summary>A monitor on a machine whose clock is an hour wrong, beside a database that knows the time.</summary>
public class WrongClockTests
{
    const string Open = "select count(*) from association_sets where state = 'open'";

    [Theory]
    [Trait("Scenario", "S-531")]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Sets_are_released_when_the_database_says_so_not_the_machine(int hoursAhead)
    {
        await using var cms = await OnNodeAsync(hoursAhead);
        var now = await cms.ScalarAsync<DateTime>("select clock_timestamp()");
        await cms.AddDueAsync(sets: 3, classes: 1, at: now + TimeSpan.FromMinutes(30));

        await cms.TickAsync();

        (await cms.ScalarAsync<long>(Open)).ShouldBe(3);

        await cms.ScalarAsync<object>("update association_sets set deadline_at = clock_timestamp(), next_due_at = clock_timestamp()");
        await cms.TickAsync();

        (await cms.ScalarAsync<long>(Open)).ShouldBe(0);
    }

    static Task<CmsUnderTest> OnNodeAsync(int hoursAhead) =>
        CmsUnderTest.StartAsync(builder =>
        {
            builder.Services.AddSingleton(new DatabaseTimeProvider(new WrongTimeProvider(TimeSpan.FromHours(hoursAhead))));
            builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<DatabaseTimeProvider>());
        });
}
