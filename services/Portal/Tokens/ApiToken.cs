using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Tokens;

/// <summary>What a program signs in with, in the name of the person who made it. Its secret is stored as a hash alone.</summary>
sealed class ApiToken
{
    public required string TokenHash { get; init; }
    public required string UserId { get; init; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The roles that it was given. It has those of them that its owner still has.</summary>
    public required string[] Roles { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To the day.</summary>
    public DateOnly? LastUsedOn { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("api_tokens").HasKey(t => t.TokenHash);
        token.Property(t => t.TokenHash).HasMaxLength(64);
        token.Property(t => t.Name).HasMaxLength(TokenRules.LongestName);
        token.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
        token.HasIndex(t => t.ExpiresAt);
    }
}
