using Microsoft.EntityFrameworkCore;
using Phase1.FileIntake.Batches;
using Phase1.FileIntake.Content;
using Phase1.FileIntake.Uploads;
using Phase1.Messaging.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake;

sealed class FileIntakeDbContext(DbContextOptions<FileIntakeDbContext> options) : DbContext(options)
{
    public DbSet<FileUpload> Uploads => Set<FileUpload>();

    public DbSet<UploadSession> UploadSessions => Set<UploadSession>();

    public DbSet<StoredText> Texts => Set<StoredText>();

    public DbSet<BatchLock> BatchLocks => Set<BatchLock>();

    /// <summary>The texts that a reader may read: a service any for itself, on behalf of a teacher the teacher's own.</summary>
    /// <param name="userId">The teacher; null for a service.</param>
    public IQueryable<StoredText> TextsFor(string? userId) =>
        userId is null ? Texts.AsNoTracking() : Texts.AsNoTracking().Where(text => text.OwnerUserId == userId);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.AddPrivacyRequests();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FileIntakeDbContext).Assembly);
        modelBuilder.UseSnakeCaseNames();
    }
}
