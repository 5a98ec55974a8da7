using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Phase1.Messaging.Postgres;
using Phase1.ServiceDefaults;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>The scripts that fill an empty database as a service's start does.</summary>
public static class ServiceSchema
{
    static readonly ConcurrentDictionary<Type, string> Scripts = new();

    /// <summary>The tables of the log on PostgreSQL.</summary>
    public static string Log => LogSchema.Create;

    /// <summary>All migrations of the service, with their history: its host finds none that is pending.</summary>
    public static string Of(Phase1Service service) => Scripts.GetOrAdd(ContextOf(service.GetType()), ScriptOf);

    static Type ContextOf(Type service)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Phase1Service<>))
            {
                return type.GetGenericArguments()[0];
            }
        }
        throw new ArgumentException($"{service.Name} has no database.", nameof(service));
    }

    // Nothing is connected: the script is made from the migrations alone.
    static string ScriptOf(Type type)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        using var context = (DbContext)Activator.CreateInstance(type, builder.UseNpgsql("Host=localhost").Options)!;
        return context.GetService<IMigrator>().GenerateScript();
    }
}
