using Confluent.Kafka;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Tests.Infrastructure.Kafka;

/// <summary>A leader or a coordinator that has just been chosen, or is being chosen, does not answer at once: it is asked again.</summary>
static class NewlyChosen
{
    // A call of the client can miss the answer that it waits for: a part of the test's patience each, so that it is asked again.
    static readonly TimeSpan Answer = TimeSpan.FromSeconds(10);

    internal static T Ask<TClient, T>(TClient client, Func<TClient, TimeSpan, T> ask)
        where TClient : IClient
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return ask(client, Answer);
            }
            catch (KafkaException) when (TimeProvider.System.GetElapsedTime(began) < Eventually.Patience)
            {
                // A round trip: asks no faster than the brokers answer, and brings the news of who was chosen.
                using var admin = new DependentAdminClientBuilder(client.Handle).Build();
                admin.GetMetadata(Answer);
            }
        }
    }
}
