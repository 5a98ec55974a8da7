using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Phase1.Messaging.Storage;

/// <summary>
/// Makes a service's context for those who only read its model: the engine, and dotnet-ef, which looks for a subclass beside the context. Its
/// server is never asked anything.
/// </summary>
/// <typeparam name="TContext">The service's DbContext; its constructor takes its options alone.</typeparam>
public class ModelContextFactory<TContext> : IDesignTimeDbContextFactory<TContext>
    where TContext : DbContext
{
    /// <inheritdoc/>
    public TContext CreateDbContext(string[] args) =>
        (TContext)Activator.CreateInstance(typeof(TContext), new DbContextOptionsBuilder<TContext>().UseNpgsql("Host=localhost").Options)!;
}
