using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Associations.Suggestions;
using Phase1.ClassManagement.Classes;
using Phase1.ClassManagement.Courses;
using Phase1.ClassManagement.NameAccesses;
using Phase1.ClassManagement.Notifications;
using Phase1.ClassManagement.Reconciliation;
using Phase1.ClassManagement.Students;
using Phase1.Messaging.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement;

sealed class ClassManagementDbContext(DbContextOptions<ClassManagementDbContext> options) : DbContext(options)
{
    internal DbSet<Course> Courses => Set<Course>();

    internal DbSet<SchoolClass> Classes => Set<SchoolClass>();

    internal DbSet<Student> Students => Set<Student>();

    internal DbSet<Enrolment> Enrolments => Set<Enrolment>();

    internal DbSet<AssociationSet> AssociationSets => Set<AssociationSet>();

    internal DbSet<Association> Associations => Set<Association>();

    internal DbSet<AssociationChange> AssociationChanges => Set<AssociationChange>();

    internal DbSet<CancelledBatch> CancelledBatches => Set<CancelledBatch>();

    internal DbSet<PendingSuggestion> PendingSuggestions => Set<PendingSuggestion>();

    internal DbSet<Difference> Differences => Set<Difference>();

    internal DbSet<NameAccess> NameAccesses => Set<NameAccess>();

    internal DbSet<Notification> Notifications => Set<Notification>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Every index is declared: one on each foreign key would make the monitor's updates write to all of them.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.AddPrivacyRequests();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ClassManagementDbContext).Assembly);
        modelBuilder.UseSnakeCaseNames();
    }
}
