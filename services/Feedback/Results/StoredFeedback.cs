using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ServiceDefaults;

namespace Phase1.Feedback.Results;

/// <summary>What was written about an essay, with placeholders for names.</summary>
sealed class StoredFeedback
{
    public Guid EssayId { get; init; }

    public Guid RunId { get; init; }

    public Guid BatchId { get; init; }

    public required FeedbackContent Feedback { get; init; }

    /// <summary>The students behind the placeholders: the author first, or the empty id.</summary>
    public IReadOnlyList<Guid> Placeholders { get; init; } = [];

    public required string ModelId { get; init; }

    public required string PromptVersion { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

sealed class StoredFeedbackTable : IEntityTypeConfiguration<StoredFeedback>
{
    public void Configure(EntityTypeBuilder<StoredFeedback> feedback)
    {
        feedback.ToTable("essay_feedback").HasKey(f => f.EssayId);
        feedback.Property(f => f.EssayId).ValueGeneratedNever();
        feedback.Property(f => f.Feedback).IsJson();
        feedback.Property(f => f.Placeholders).IsJsonList();
        feedback.Property(f => f.ModelId).HasMaxLength(100);
        feedback.Property(f => f.PromptVersion).HasMaxLength(20);
        feedback.HasIndex(f => f.BatchId);
    }
}
