using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.ModelGateway.Models;

/// <summary>How often a part of the catalogue has changed; raised by every change, in its transaction.</summary>
sealed class CatalogueVersion
{
    internal const string Models = "models";
    internal const string Prices = "prices";
    internal const string Routes = "routes";

    public required string Name { get; init; }
    public long Version { get; set; }
}

/// <summary>The versions of all parts at one moment.</summary>
readonly record struct CatalogueVersions(long Models, long Prices, long Routes)
{
    /// <summary>From the rows, whatever their order.</summary>
    internal static CatalogueVersions Of(IEnumerable<(string Name, long Version)> rows)
    {
        var versions = rows.ToDictionary(row => row.Name, row => row.Version);
        return new(versions[CatalogueVersion.Models], versions[CatalogueVersion.Prices], versions[CatalogueVersion.Routes]);
    }
}

sealed class CatalogueVersionTable : IEntityTypeConfiguration<CatalogueVersion>
{
    public void Configure(EntityTypeBuilder<CatalogueVersion> version)
    {
        version.ToTable("catalogue_versions").HasKey(v => v.Name);
        version.Property(v => v.Name).HasMaxLength(10);
        version.HasData(
            new CatalogueVersion { Name = CatalogueVersion.Models, Version = 1 },
            new CatalogueVersion { Name = CatalogueVersion.Prices, Version = 1 },
            new CatalogueVersion { Name = CatalogueVersion.Routes, Version = 1 }
        );
    }
}
