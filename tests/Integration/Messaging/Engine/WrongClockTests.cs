using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging;
using Phase1.Messaging.Time;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>An engine on a machine whose clock is an hour wrong: what has expired is the database's to say.</summary>
public class WrongClockTests : EngineTests
{
    // One entry that expires in half an hour, one that expired half an hour ago.
    const string AddInbox = """
        insert into inbox (event_id, consumer, topic, correlation_id, outcome, processed_at)
        select gen_random_uuid(), 'tally_service', topic, gen_random_uuid(), 'applied', clock_timestamp() - $1 + age
        from (values ('keep', interval '30 minutes'), ('expired', interval '-30 minutes')) as entry (topic, age)
        """;

    const string AddRequests = """
        insert into idempotent_requests (user_id, key, request_hash, status, response, expires_at)
        select 'teacher-1', key, '', 200, '', clock_timestamp() + age
        from (values ('keep', interval '30 minutes'), ('expired', interval '-30 minutes')) as entry (key, age)
        """;

    [Theory]
    [Trait("Scenario", "S-531")]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task What_has_expired_goes_and_nothing_goes_early(int hoursAhead)
    {
        await using var world = await CreateWorldAsync("wrongclock");
        await world.ExecuteAsync(AddInbox, new MessagingOptions().InboxRetention);
        await world.ExecuteAsync(AddRequests);

        await world.StartAsync(setup => setup.Configure = services => OnNode(services, hoursAhead));
        await Eventually.BecomesTrueAsync(async () => await world.CountAsync("idempotent_requests where key = 'expired'") == 0, Token);
        await Eventually.BecomesTrueAsync(async () => await world.CountAsync("inbox where topic = 'expired'") == 0, Token);

        (await world.ColumnAsync<string>("select topic from inbox")).ShouldBe(["keep"]);
        (await world.ColumnAsync<string>("select key from idempotent_requests")).ShouldBe(["keep"]);
    }

    static void OnNode(IServiceCollection services, int hoursAhead)
    {
        services.AddSingleton(new DatabaseTimeProvider(new WrongTimeProvider(TimeSpan.FromHours(hoursAhead))));
        services.AddSingleton<TimeProvider>(sp => sp.GetRequiredService<DatabaseTimeProvider>());
    }
}
