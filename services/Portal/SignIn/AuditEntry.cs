using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.Portal.SignIn;

/// <summary>Who did what, for those who must be able to say so later. A trigger refuses changes of it.</summary>
sealed class AuditEntry
{
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Who; null where nobody had signed in.</summary>
    public string? UserId { get; init; }

    public AuditAct Act { get; init; }

    /// <summary>Whom it concerns, where that is somebody else.</summary>
    public string? Subject { get; init; }

    /// <summary>Why, in the person's own words, where that was asked for.</summary>
    public string? Reason { get; init; }

    public Guid? CorrelationId { get; init; }
}

/// <summary>What was done.</summary>
enum AuditAct
{
    SignedIn,
    SignInFailed,
    SignedOut,
    LinkMade,
    AccountCreated,
    AccountChanged,
    BreakGlass,
    BodyOpened,
    Redriven,
    GroupRedriven,
    Discarded,
    AccountDisabled,
    TokenMade,
    TokenRevoked,
}

sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit").HasKey(e => e.Id);
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.HasIndex(e => e.At);
    }
}
