using Microsoft.EntityFrameworkCore;
using Phase1.FileIntake.Batches;
using Phase1.FileIntake.Content;
using Phase1.FileIntake.Uploads;
using Phase1.Messaging.Storage;

namespace Phase1.FileIntake;

sealed class FileIntakeDbContext(DbContextOptions<FileIntakeDbContext> options) : DbContext(options)
{
    public DbSet<FileUpload> Uploads => Set<FileUpload>();

    public DbSet<UploadSession> UploadSessions => Set<UploadSession>();

    public DbSet<StoredText> Texts => Set<StoredText>();

    public DbSet<BatchLock> BatchLocks => Set<BatchLock>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FileIntakeDbContext).Assembly);
        modelBuilder.UseSnakeCaseNames();
    }
}
