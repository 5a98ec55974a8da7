using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Phase1.Portal.Assets;

/// <summary>
/// Scripts, styles and pictures: resources of the program, each under an address that names its content, so that browsers keep it for ever and a new
/// version is another address. Compressed once, at start.
/// </summary>
sealed class AssetStore
{
    const int HashLength = 10;

    static readonly Dictionary<string, string> Types = new()
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    readonly Dictionary<string, Asset> _byName = [];
    readonly Dictionary<string, Asset> _byFile;

    public AssetStore()
    {
        var assembly = typeof(AssetStore).Assembly;
        // Modules in the order in which they import one another: an imported one's address stands in the text of its importer.
        var texts = assembly
            .GetManifestResourceNames()
            .Where(name => Types.ContainsKey(Path.GetExtension(name)))
            .ToDictionary(name => name, name => TextOf(assembly, name));
        foreach (var name in texts.Keys)
        {
            Add(name, texts);
        }
        _byFile = _byName.Values.ToDictionary(asset => asset.File);
    }

    internal IReadOnlyCollection<Asset> All => _byName.Values;

    /// <summary>Where a page finds an asset.</summary>
    internal string AddressOf(string name) => $"/assets/{_byName[name].File}";

    /// <summary>Modules and all that they import, each once: a page that names them all has a browser ask for them at the same time.</summary>
    internal IReadOnlyList<string> WithImports(IEnumerable<string> modules)
    {
        var all = modules.ToList();
        for (var i = 0; i < all.Count; i++)
        {
            all.AddRange(_byName[all[i]].Imports.Where(imported => !all.Contains(imported)).ToList());
        }
        return all;
    }

    /// <summary>By the last part of its address; null when there is none, or another version.</summary>
    internal Asset? Find(string file) => _byFile.GetValueOrDefault(file);

    Asset Add(string name, Dictionary<string, string> texts)
    {
        if (_byName.TryGetValue(name, out var known))
        {
            return known;
        }
        var text = texts[name];
        var imports = texts.Keys.Where(other => other != name && text.Contains($"'./{other}'", StringComparison.Ordinal)).ToList();
        foreach (var other in imports)
        {
            text = text.Replace($"'./{other}'", $"'./{Add(other, texts).File}'", StringComparison.Ordinal);
        }
        return _byName[name] = Make(name, Encoding.UTF8.GetBytes(text), imports);
    }

    static Asset Make(string name, byte[] bytes, IReadOnlyList<string> imports)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        return new(
            $"{stem}.{hash}{extension}",
            Types[extension],
            imports,
            bytes,
            Compress(bytes, to => new BrotliStream(to, CompressionLevel.SmallestSize)),
            Compress(bytes, to => new GZipStream(to, CompressionLevel.SmallestSize))
        );
    }

    static byte[] Compress(byte[] bytes, Func<Stream, Stream> by)
    {
        using var compressed = new MemoryStream();
        using (var stream = by(compressed))
        {
            stream.Write(bytes);
        }
        return compressed.ToArray();
    }

    static string TextOf(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>One asset.</summary>
/// <param name="File">Its name with the hash of its content.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Imports">The modules that it imports, by their names in the sources.</param>
/// <param name="Plain">As it is.</param>
/// <param name="Brotli">For browsers that say br.</param>
/// <param name="Gzip">For those that say gzip.</param>
sealed record Asset(string File, string Type, IReadOnlyList<string> Imports, byte[] Plain, byte[] Brotli, byte[] Gzip);
