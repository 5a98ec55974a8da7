using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Phase1.Migrations;

/// <summary>The services' folders and the one DbContext in each.</summary>
static class Services
{
    const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Every service that has a DbContext, by folder name.</summary>
    public static IReadOnlyList<string> All() =>
        [
            .. Directory
                .EnumerateDirectories(Path.Combine(Root(), "services"))
                .Select(folder => Path.GetFileName(folder))
                .Where(service => File.Exists(Project(service)))
                .Where(service => ContextTypes(service).Count > 0)
                .Order(StringComparer.Ordinal),
        ];

    public static string Folder(string service)
    {
        var project = Project(service);
        return File.Exists(project) ? Path.GetDirectoryName(project)! : throw new ToolException($"There is no {project}.");
    }

    /// <summary>The service's context on a server that is never asked anything: only its model is read.</summary>
    public static DbContext Context(string service)
    {
        Folder(service);
        var type = ContextTypes(service) switch
        {
            [var only] => only,
            [] => throw new ToolException($"{service} has no DbContext."),
            var several => throw new ToolException($"{service} has several: {string.Join(", ", several.Select(t => t.Name))}."),
        };
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        var options = builder.UseNpgsql("Host=none").Options;
        return (DbContext)Activator.CreateInstance(type, AnyInstance, binder: null, [options], culture: null)!;
    }

    static List<Type> ContextTypes(string service) =>
        [
            .. Assembly
                .Load($"Phase1.{service}")
                .GetTypes()
                .Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsSubclassOf(typeof(DbContext))),
        ];

    static string Project(string service) => Path.Combine(Root(), "services", service, $"{service}.csproj");

    static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Phase1.sln")))
            {
                return folder.FullName;
            }
        }
        throw new ToolException("No Phase1.sln above the tool's own folder.");
    }
}
