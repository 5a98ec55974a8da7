using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.Portal.Live;

/// <summary>That something of a user has changed; what it is now, the pages ask of the service that knows it.</summary>
sealed class Pulse
{
    public required string UserId { get; init; }

    /// <summary>One of <see cref="PulseSubject"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>Another one after every change.</summary>
    public long Version { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>What can change.</summary>
static class PulseSubject
{
    internal const string Notifications = "notifications";

    internal static string Batch(Guid id) => $"batch:{id}";

    internal static string Class(Guid id) => $"class:{id}";
}

sealed class PulseTable : IEntityTypeConfiguration<Pulse>
{
    public void Configure(EntityTypeBuilder<Pulse> pulse)
    {
        pulse.ToTable("pulses").HasKey(p => new { p.UserId, p.Subject });
        pulse.Property(p => p.UserId).HasMaxLength(255);
        pulse.Property(p => p.Subject).HasMaxLength(50);
        // A summary of pages: an update of a row need not touch it as long as the row stays on its page.
        pulse.HasIndex(p => p.ChangedAt).HasMethod("brin");
    }
}
