using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.Portal.SignIn;

/// <summary>A person's session in one browser.</summary>
sealed class Session
{
    public required string SessionHash { get; init; }
    public required string UserId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastSeenAt { get; init; }
    public DateTimeOffset IdleUntil { get; init; }
    public DateTimeOffset EndsAt { get; init; }
}

sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions").HasKey(s => s.SessionHash);
        session.Property(s => s.SessionHash).HasMaxLength(64);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.UserId);
        session.HasIndex(s => s.EndsAt);
    }
}
