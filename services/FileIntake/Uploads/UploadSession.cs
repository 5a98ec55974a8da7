using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.FileIntake.Uploads;

/// <summary>Files that came one by one, of which the teacher gets one notification: how many were refused, which no other row says, and when the teacher was notified.</summary>
sealed class UploadSession
{
    public required Guid BatchId { get; init; }

    /// <summary>The sender's own id.</summary>
    public required Guid SessionId { get; init; }

    public int Refused { get; init; }

    public DateTimeOffset? ToldAt { get; set; }
}

sealed class UploadSessionTable : IEntityTypeConfiguration<UploadSession>
{
    public void Configure(EntityTypeBuilder<UploadSession> session) =>
        session.ToTable("upload_sessions").HasKey(s => new { s.BatchId, s.SessionId });
}
