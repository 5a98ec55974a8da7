using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.EssayLifecycle.Batches;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>A file that became no text, or a slot that got no file.</summary>
sealed class ValidationFailure
{
    public required Guid BatchId { get; init; }

    /// <summary>The essay's own id for a slot without a file: the wire asks for an id.</summary>
    public required Guid FileUploadId { get; init; }

    /// <summary>Null when the file found no slot: it is shown and counts for nothing.</summary>
    public Guid? EssayId { get; init; }
    public string? OriginalFileName { get; init; }
    public required ValidationErrorCode ErrorCode { get; init; }
    public required ErrorDetail ErrorDetail { get; init; }
    public required DateTimeOffset FailedAt { get; init; }

    public static ValidationFailure Of(EssayValidationFailed failed, Guid? essayId) =>
        new()
        {
            BatchId = failed.BatchId,
            FileUploadId = failed.FileUploadId,
            EssayId = essayId,
            OriginalFileName = failed.OriginalFileName,
            ErrorCode = failed.ValidationErrorCode,
            ErrorDetail = failed.ValidationErrorDetail,
            FailedAt = failed.Timestamp,
        };

    public static ValidationFailure NotProvided(Essay slot, Guid correlationId, DateTimeOffset now) =>
        new()
        {
            BatchId = slot.BatchId,
            FileUploadId = slot.EssayId,
            EssayId = slot.EssayId,
            ErrorCode = ValidationErrorCode.NotProvided,
            ErrorDetail = new ErrorDetail
            {
                ErrorCode = WireEnum.Name(ValidationErrorCode.NotProvided),
                Message = "The teacher closed the intake before a file took this slot.",
                CorrelationId = correlationId,
                Timestamp = now,
                Service = ServiceNames.EssayLifecycle,
                Operation = "close_intake",
            },
            FailedAt = now,
        };
}

sealed class ValidationFailureTable : IEntityTypeConfiguration<ValidationFailure>
{
    public void Configure(EntityTypeBuilder<ValidationFailure> builder)
    {
        builder.ToTable("validation_failures").HasKey(failure => new { failure.BatchId, failure.FileUploadId });
        builder.Property(failure => failure.OriginalFileName).HasMaxLength(500);
        builder.Property(failure => failure.ErrorDetail).IsJson();
        builder.HasOne<BatchTracker>().WithMany().HasForeignKey(failure => failure.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Essay>().WithMany().HasForeignKey(failure => failure.EssayId).OnDelete(DeleteBehavior.Restrict);
    }
}
