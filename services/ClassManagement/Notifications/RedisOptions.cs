using Phase1.ServiceDefaults;
using StackExchange.Redis;

namespace Phase1.ClassManagement.Notifications;

/// <summary>Section <c>Redis</c>. Nothing is kept there: without it wake-ups stay within a process.</summary>
sealed class RedisOptions : IValidatedOptions
{
    /// <summary>For example <c>redis:6379,password=...</c>; null = no Redis.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Before the name of every channel, so that several installations can share a server.</summary>
    public string ChannelPrefix { get; set; } = "phase1";

    internal bool IsConfigured => !string.IsNullOrWhiteSpace(ConnectionString);

    public IEnumerable<string> Validate()
    {
        if (IsConfigured && !IsReadable())
        {
            // The string itself may hold a password.
            yield return "ConnectionString must be a Redis configuration such as host:6379,password=...";
        }
        if (string.IsNullOrWhiteSpace(ChannelPrefix))
        {
            yield return "ChannelPrefix must not be empty.";
        }
    }

    bool IsReadable()
    {
        try
        {
            return ConfigurationOptions.Parse(ConnectionString ?? "").EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
