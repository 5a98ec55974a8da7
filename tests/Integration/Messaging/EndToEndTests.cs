using Phase1.Events;
using Phase1.Integration.Tests.Messaging.Engine;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging;

public class EndToEndTests : EngineTests
{
    [Fact]
    public async Task A_record_runs_through_consumer_outbox_log_and_state_machine()
    {
        await using var world = await CreateWorldAsync("endtoend");
        await world.StartAsync();
        var batch = Facts.NewId();

        var ids = await world.FeedAsync(Facts.Upload(batch));
        await world.DrainAsync(Token);

        (await world.ColumnAsync<Guid>("select event_id from effects")).ShouldBe(ids);
        (await world.ScalarAsync<int>("select files from tallies where correlation_id = $1", batch)).ShouldBe(1);
        (await world.CountAsync("inbox where outcome = 'applied'")).ShouldBe(2);
        (await world.CountAsync("log_records where topic = $1", Topics.EssaySlotAssigned)).ShouldBe(1);
        (await world.CountAsync("dead_letters")).ShouldBe(0);
        (await world.CountAsync("held_messages")).ShouldBe(0);
    }
}
