using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Phase1.Messaging.Storage;

/// <summary>One naming rule for every table: snake_case, as on the wire.</summary>
public static class SnakeCaseNames
{
    /// <summary>
    /// Names columns, keys, foreign keys and indexes in snake_case, and stores every enumeration by its name on the wire. Call it last in
    /// OnModelCreating; names set explicitly keep their words.
    /// </summary>
    /// <param name="model">The model of the service's DbContext.</param>
    public static ModelBuilder UseSnakeCaseNames(this ModelBuilder model)
    {
        EnumNames.Store(model);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.GetTableName()));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.GetColumnName()));
            }
            foreach (var key in entity.GetKeys())
            {
                key.SetName(Snake(key.GetName()));
            }
            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.SetConstraintName(Snake(foreignKey.GetConstraintName()));
            }
            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Snake(index.GetDatabaseName()));
            }
        }
        return model;
    }

    static string? Snake(string? name) =>
        name is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(name).Replace("__", "_", StringComparison.Ordinal);
}
