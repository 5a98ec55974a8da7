using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

namespace Phase1.Migrations;

/// <summary>What <c>dotnet ef migrations add</c> does, on the same scaffolder.</summary>
static class Scaffolder
{
    public static int Add(string service, string name)
    {
        using var context = Services.Context(service);
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
        new NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();

        var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration(name, $"Phase1.{service}", "Migrations");
        var folder = Services.Folder(service);
        var files = scaffolder.Save(folder, migration, Path.Combine(folder, "Migrations"));

        Console.WriteLine(files.MigrationFile);
        Console.WriteLine(files.MetadataFile);
        Console.WriteLine(files.SnapshotFile);
        return 0;
    }
}
