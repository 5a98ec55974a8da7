using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ModelGateway.Routing;

namespace Phase1.ModelGateway.Ledger;

/// <summary>How one request to a provider ended.</summary>
enum AttemptOutcome
{
    Answered,
    ConnectFailed,
    TimedOut,

    /// <summary>The answer broke off.</summary>
    Cut,

    /// <summary>The provider answered with an error's status.</summary>
    Status,

    /// <summary>The answer could not be read, or held nothing.</summary>
    BadAnswer,

    /// <summary>The model was not asked.</summary>
    Skipped,
}

/// <summary>One request to one provider, or the reason why there was none.</summary>
sealed class Attempt
{
    public Guid RequestId { get; init; }
    public int AttemptNo { get; init; }
    public required string ModelId { get; init; }
    public required string Provider { get; init; }
    public AttemptOutcome Outcome { get; init; }
    public int? HttpStatus { get; init; }
    public SkipReason? SkipReason { get; init; }
    public long LatencyMs { get; init; }
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The same behind those that the call has had before.</summary>
    internal Attempt After(int earlier) =>
        earlier == 0
            ? this
            : new()
            {
                RequestId = RequestId,
                AttemptNo = earlier + AttemptNo,
                ModelId = ModelId,
                Provider = Provider,
                Outcome = Outcome,
                HttpStatus = HttpStatus,
                SkipReason = SkipReason,
                LatencyMs = LatencyMs,
                StartedAt = StartedAt,
            };
}

sealed class AttemptTable : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> attempt)
    {
        attempt.ToTable("llm_attempts").HasKey(a => new { a.RequestId, a.AttemptNo });
        attempt.Property(a => a.ModelId).HasMaxLength(100);
        attempt.Property(a => a.Provider).HasMaxLength(40);
        attempt.HasIndex(a => a.StartedAt);
    }
}
