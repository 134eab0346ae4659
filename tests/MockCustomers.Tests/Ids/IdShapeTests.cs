using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MockCustomers.Customers;
using MockCustomers.Ids;

namespace MockCustomers.Tests.Ids;

public sealed class IdShapeTests
{
    private const long Epoch = 1_767_225_600_000_000;
    private static readonly Timeline Timeline = new(Epoch, 7);

    private static readonly Dictionary<string, CustomerIds> Shapes = new()
    {
        ["uuid"] = new CustomerIds("", Timeline, new UuidShape(7)),
        ["ulid, upper case"] = new CustomerIds("cust_", Timeline, new UlidShape(7, lower: false)),
        ["ulid, lower case"] = new CustomerIds("cus_", Timeline, new UlidShape(7, lower: true)),
        ["objectid58"] = new CustomerIds("cus.", Timeline, new ObjectId58Shape(7)),
    };

    public static TheoryData<string> All => [.. Shapes.Keys];

    /// <summary>Numbers of every magnitude up to a million million.</summary>
    private static IEnumerable<long> Numbers => Enumerable.Range(0, 20_000).Select(i =>
        i < 2_000 ? i : (long)(StableHash.Bits((ulong)i) % (ulong)Population.Largest) >> (i % 40)).Append(Population.Largest - 1);

    [Theory, MemberData(nameof(All))]
    public void An_id_leads_back_to_its_number(string shape)
    {
        var ids = Shapes[shape];
        foreach (var number in Numbers) ids.NumberOf(ids.Of(number), Population.Largest).ShouldBe(number);
    }

    [Theory, MemberData(nameof(All))]
    public void No_two_customers_have_the_same_id(string shape) =>
        Numbers.Distinct().Select(number => Shapes[shape].Of(number)).ShouldBeUnique();

    [Theory, MemberData(nameof(All))]
    public void An_id_past_the_population_finds_no_customer(string shape)
    {
        var ids = Shapes[shape];
        foreach (var number in Numbers.Where(n => n > 0))
        {
            ids.NumberOf(ids.Of(number), number).ShouldBe(-1);
            ids.NumberOf(ids.Of(number), 0).ShouldBe(-1);
        }
    }

    /// <summary>One character more, less, or other: every place of an id counts.</summary>
    [Theory, MemberData(nameof(All))]
    public void An_id_with_a_changed_character_finds_no_customer(string shape)
    {
        var ids = Shapes[shape];
        foreach (var number in Numbers.Take(500))
        {
            var id = ids.Of(number);
            for (var place = 0; place < id.Length; place++)
            {
                ids.NumberOf(id.Remove(place, 1), Population.Largest).ShouldBe(-1);
                ids.NumberOf(id.Insert(place, "7"), Population.Largest).ShouldBe(-1);
                foreach (var other in "07az-É")
                    if (other != id[place])
                        ids.NumberOf(id.Remove(place, 1).Insert(place, other.ToString()), Population.Largest).ShouldBe(-1, id);
            }
        }
    }

    /// <summary>RFC 9562, 4: a UUID is read in either case; the others tell cases apart, and so does every prefix.</summary>
    [Theory, MemberData(nameof(All))]
    public void Only_a_uuid_is_the_same_in_capitals(string shape)
    {
        var ids = Shapes[shape];
        foreach (var number in Numbers.Take(500))
        {
            var id = ids.Of(number);
            var rest = id[ids.Prefix.Length..];
            var other = ids.Prefix + (rest.Any(char.IsAsciiLetterLower) ? rest.ToUpperInvariant() : rest.ToLowerInvariant());
            ids.NumberOf(other, Population.Largest).ShouldBe(ids.Shape.IgnoresCase ? number : -1, other);
            ids.Comparer.Equals(id, other).ShouldBe(ids.Shape.IgnoresCase);
            if (ids.Shape.IgnoresCase) ids.Comparer.GetHashCode(other).ShouldBe(ids.Comparer.GetHashCode(id));
        }
    }

    [Fact]
    public void A_prefix_is_compared_by_letter()
    {
        var ids = new CustomerIds("cus_", Timeline, new UuidShape(7));
        var id = ids.Of(3);
        ids.NumberOf("CUS_" + id[4..], Population.Largest).ShouldBe(-1);
        ids.Comparer.Equals(id, "CUS_" + id[4..]).ShouldBeFalse();
        ids.Comparer.Equals(id, "cus_" + id[4..].ToUpperInvariant()).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(All))]
    public void Whatever_text_is_asked_for_there_is_an_answer(string shape) =>
        Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>>(text => Shapes[shape].NumberOf(text.Get, Population.Largest) == -1));

    [Theory, MemberData(nameof(All))]
    public void Another_key_gives_other_ids(string shape)
    {
        var ids = Shapes[shape];
        IIdShape other = ids.Shape switch
        {
            UuidShape => new UuidShape(8),
            UlidShape => new UlidShape(8, shape.EndsWith("lower case", StringComparison.Ordinal)),
            _ => new ObjectId58Shape(8),
        };
        var others = new CustomerIds(ids.Prefix, Timeline, other);
        foreach (var number in Numbers.Take(3_000)) ids.NumberOf(others.Of(number), Population.Largest).ShouldBe(-1);
    }

    /// <summary>RFC 9562: the version in the 13th digit, the variant in the 17th.</summary>
    [Fact]
    public void A_uuid_is_of_version_4()
    {
        foreach (var id in Numbers.Select(number => Shapes["uuid"].Of(number)))
            id.ShouldMatch("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    }

    /// <summary>Made by somebody else: none of 100,000 random ones of version 4 is anybody's.</summary>
    [Fact]
    public void A_foreign_UUID_finds_no_customer()
    {
        for (var i = 0UL; i < 100_000; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{StableHash.Of(1, i) >> 32:x8}-{StableHash.Of(2, i) >> 48:x4}-4{StableHash.Of(3, i) >> 52:x3}-8{StableHash.Of(4, i) >> 52:x3}-{StableHash.Of(5, i) >> 16:x12}");
            Shapes["uuid"].NumberOf(id, Population.Largest).ShouldBe(-1);
        }
    }

    [Theory]
    [InlineData("ulid, upper case", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")]
    [InlineData("ulid, lower case", "0123456789abcdefghjkmnpqrstvwxyz")]
    public void A_ulid_holds_the_millisecond_of_creation(string shape, string alphabet)
    {
        foreach (var number in Numbers.Take(5_000))
        {
            var ulid = Shapes[shape].Of(number)[Shapes[shape].Prefix.Length..];
            ulid.Length.ShouldBe(26);
            ulid[..10].Aggregate(0L, (bits, c) => bits * 32 + alphabet.IndexOf(c, StringComparison.Ordinal))
                .ShouldBe(Timeline.Created(number) / 1000);
        }
    }

    [Fact]
    public void An_objectid_holds_the_second_of_creation()
    {
        foreach (var number in Numbers.Take(5_000))
        {
            var id = Shapes["objectid58"].Of(number);
            id.Length.ShouldBe(4 + 17);
            Base58.SecondOf(id[4..]).ShouldBe(Timeline.Created(number) / 1_000_000);
        }
    }

    /// <summary>The vendor's two printed customers: the form was read out of them.</summary>
    [Theory]
    [InlineData("2tXNjMhytgx7hCxu9", "2023-03-14T23:21:12Z")]
    [InlineData("2tVZh8GkvSJu6xgRJ", "2023-03-09T10:24:10Z")]
    public void The_documented_ids_hold_the_second_of_their_creation(string id, string createdAt) =>
        Base58.SecondOf(id).ShouldBe(DateTimeOffset.Parse(createdAt, CultureInfo.InvariantCulture).ToUnixTimeSeconds());
}
