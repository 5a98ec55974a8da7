using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.Feedback.Essays;

/// <summary>How the essays of runs are stored.</summary>
sealed class FeedbackEssayTable : IEntityTypeConfiguration<FeedbackEssay>
{
    public void Configure(EntityTypeBuilder<FeedbackEssay> essay)
    {
        essay.ToTable(
            "feedback_essays",
            table => table.HasCheckConstraint("ck_feedback_essays_error", "(state = 'failed') = (error_code is not null)")
        );
        essay.HasKey(e => new { e.RunId, e.EssayId });
        essay.Property(e => e.TextStorageId).HasMaxLength(255);
        essay.Property(e => e.ErrorCode).HasMaxLength(100);
    }
}
