using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>Who says a fact that a test puts on the log.</summary>
public static class Sources
{
    /// <summary>A producer outside the suite where one may say it, else the service that does.</summary>
    public static string Of(IFact fact) => Of(Topics.Of(fact));

    /// <summary>The same for a topic.</summary>
    public static string Of(string topic) => Topics.IsOpen(topic) ? "integration_test" : Topics.ProducersOf(topic)[0];
}
