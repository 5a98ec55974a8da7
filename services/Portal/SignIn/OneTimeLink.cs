using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.Portal.SignIn;

/// <summary>A link that does one thing, once. Its secret is stored as a hash alone.</summary>
sealed class OneTimeLink
{
    public required string TokenHash { get; init; }
    public LinkPurpose Purpose { get; init; }

    /// <summary>Whom it is for; null for the first person, who does not exist yet.</summary>
    public string? UserId { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>What whoever opens a link may do with it, once.</summary>
enum LinkPurpose
{
    /// <summary>Makes the first person.</summary>
    Setup,

    /// <summary>Sets the first password of somebody whom an administrator has invited.</summary>
    Invite,

    /// <summary>Sets a new password.</summary>
    Password,

    /// <summary>Signs in without a password, in the Development environment alone.</summary>
    Development,
}

sealed class OneTimeLinkTable : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> link)
    {
        link.ToTable("one_time_links").HasKey(l => l.TokenHash);
        link.Property(l => l.TokenHash).HasMaxLength(64);
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId);
        link.HasIndex(l => l.ExpiresAt);
    }
}
