using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Tests;

public class SchemaTests
{
    [Fact]
    public void Properties_keep_the_order_of_the_spec()
    {
        var names = "zeta alpha mid 10 2 Beta x-own b".Split(' ');
        var schema = Schema($"A: {{ type: object, properties: {{ {string.Join(", ", names.Select(name => $"{name}: {{ type: string }}"))} }} }}");
        schema.Properties.Select(property => property.Name).ShouldBe(names);
    }

    [Fact]
    public void Every_member_is_read()
    {
        var schema = Schema("""
            A:
              type: string
              format: email
              description: Where to write
              enum: [b, a, null]
              default: b
              example: a
              minLength: 1
              maxLength: 20
              pattern: ^[a-z]+$
              x-source: { tag: pub, from: page 3 }
            """);
        schema.ShouldSatisfyAllConditions(
            () => schema.Pointer.ShouldBe("/components/schemas/A"),
            () => schema.Name.ShouldBe("A"),
            () => schema.Types.ShouldBe(SchemaType.String),
            () => schema.Format.ShouldBe("email"),
            () => schema.Description.ShouldBe("Where to write"),
            () => schema.Enum.Select(value => value?.GetValue<string>()).ShouldBe(["b", "a", null]),
            () => schema.Default!.GetValue<string>().ShouldBe("b"),
            () => schema.Example!.GetValue<string>().ShouldBe("a"),
            () => schema.MinLength.ShouldBe(1),
            () => schema.MaxLength.ShouldBe(20),
            () => schema.Pattern.ShouldBe("^[a-z]+$"),
            () => schema.Source.ShouldBe(new SourceTag("pub", "page 3")));
    }

    [Fact]
    public void Bounds_of_lists_and_numbers_are_read()
    {
        var schema = Schema("A: { type: array, minItems: 1, maxItems: 3, items: { type: number, minimum: 0.5, maximum: 1.7976931348623157E308 } }");
        schema.MinItems.ShouldBe(1);
        schema.MaxItems.ShouldBe(3);
        schema.Items!.Pointer.ShouldBe("/components/schemas/A/items");
        schema.Items.Minimum.ShouldBe(0.5m);
        schema.Items.Maximum.ShouldBeNull();
    }

    [Theory]
    [InlineData("3.0.3", "{ type: integer, minimum: 3, exclusiveMinimum: true }")]
    [InlineData("3.1.0", "{ type: integer, exclusiveMinimum: 3 }")]
    [InlineData("3.1.0", "{ type: integer, minimum: 2, exclusiveMinimum: 3 }")]
    public void An_exclusive_bound_reads_alike_in_every_version(string version, string schema)
    {
        var read = Schema($"A: {schema}", version);
        read.Minimum.ShouldBe(3);
        read.ExclusiveMinimum.ShouldBeTrue();
        read.ExclusiveMaximum.ShouldBeFalse();
    }

    [Theory]
    [InlineData("3.0.3", "{ type: string, nullable: true }", "String, Null")]
    [InlineData("3.1.0", "{ type: [string, 'null'] }", "String, Null")]
    [InlineData("3.2.0", "{ type: [integer, string] }", "String, Integer")]
    [InlineData("3.0.3", "{ nullable: true }", "None")]
    [InlineData("3.0.3", "{ properties: {} }", "Object")]
    [InlineData("3.0.3", "{ items: {} }", "Array")]
    [InlineData("3.1.0", "true", "None")]
    public void Types_and_null_read_alike_in_every_version(string version, string schema, string types) =>
        Schema($"A: {schema}", version).Types.ShouldBe(Enum.Parse<SchemaType>(types));

    [Fact]
    public void A_const_is_an_enum_of_one() =>
        Schema("A: { const: 3 }", "3.1.0").Enum.ShouldHaveSingleItem()!.GetValue<int>().ShouldBe(3);

    [Fact]
    public void The_first_of_its_examples_is_the_example() =>
        Schema("A: { type: string, examples: [a, b] }", "3.1.0").Example!.GetValue<string>().ShouldBe("a");

    [Theory]
    [InlineData("{ type: object }", true, false)]
    [InlineData("{ type: object, additionalProperties: true }", true, false)]
    [InlineData("{ type: object, additionalProperties: {} }", true, false)]
    [InlineData("{ type: object, additionalProperties: false }", false, false)]
    [InlineData("{ type: object, additionalProperties: { type: string } }", true, true)]
    public void Properties_that_it_does_not_name_are_allowed_unless_it_says_otherwise(string schema, bool allowsMore, bool hasMore)
    {
        var read = Schema($"A: {schema}");
        read.AllowsMore.ShouldBe(allowsMore);
        (read.More is not null).ShouldBe(hasMore);
    }

    [Fact]
    public void AllOf_is_one_schema_with_the_properties_in_order_and_every_required()
    {
        var schema = Schema("""
            B: { type: object, required: [z], properties: { z: { type: string }, y: { type: number, maximum: 9 } } }
            A:
              description: both
              allOf:
                - $ref: '#/components/schemas/B'
                - { type: object, required: [c], properties: { c: { type: string }, y: { type: integer, minimum: 2 } } }
              properties: { a: { type: boolean } }
            """);
        schema.Name.ShouldBe("A");
        schema.Description.ShouldBe("both");
        schema.Types.ShouldBe(SchemaType.Object);
        schema.Properties.Select(property => property.Name).ShouldBe(["z", "y", "c", "a"]);
        schema.Required.ShouldBe(["z", "c"], ignoreOrder: true);
        schema.Property("y")!.Types.ShouldBe(SchemaType.Integer);
        schema.Property("y")!.Minimum.ShouldBe(2);
        schema.Property("y")!.Maximum.ShouldBe(9);
    }

    [Fact]
    public void Properties_that_stand_before_allOf_come_first() =>
        Schema("A: { properties: { a: {} }, allOf: [{ properties: { b: {} } }] }").Properties.Select(p => p.Name).ShouldBe(["a", "b"]);

    [Fact]
    public void A_nullable_reference_is_nullable()
    {
        var schema = Schema("""
            B: { type: object }
            A: { type: object, properties: { wrapped: { nullable: true, allOf: [{ $ref: '#/components/schemas/B' }] }, beside: { $ref: '#/components/schemas/B', nullable: true } } }
            """);
        schema.Property("wrapped")!.Types.ShouldBe(SchemaType.Object | SchemaType.Null);
        schema.Property("beside")!.Types.ShouldBe(SchemaType.Object | SchemaType.Null);
    }

    [Fact]
    public void What_stands_beside_a_reference_is_said_of_this_use_of_it()
    {
        var schema = Schema("""
            B: { type: string, description: general, x-source: seed, maxLength: 9 }
            A: { type: object, properties: { b: { $ref: '#/components/schemas/B', description: special, maxLength: 5, x-source: inf }, c: { $ref: '#/components/schemas/B' } } }
            """, "3.1.0");
        var (b, c) = (schema.Property("b")!, schema.Property("c")!);
        (b.Name, b.Description, b.MaxLength, b.Source!.Tag).ShouldBe(("B", "special", 5, "inf"));
        (c.Name, c.Description, c.MaxLength, c.Source!.Tag).ShouldBe(("B", "general", 9, "seed"));
        c.Pointer.ShouldBe("/components/schemas/B");
    }

    [Theory]
    [InlineData("oneOf")]
    [InlineData("anyOf")]
    public void The_branches_of_a_choice_are_kept(string word)
    {
        var schema = Schema($"A: {{ {word}: [{{ type: string }}, {{ type: 'null' }}] }}", "3.1.0");
        (word == "oneOf" ? schema.OneOf : schema.AnyOf).Select(branch => branch.Types).ShouldBe([SchemaType.String, SchemaType.Null]);
        (word == "oneOf" ? schema.AnyOf : schema.OneOf).ShouldBeEmpty();
    }

    [Fact]
    public void What_else_bodies_are_judged_by_is_kept()
    {
        var schema = Schema("A: { multipleOf: 0.5, uniqueItems: true, minProperties: 1, maxProperties: 2, readOnly: true, writeOnly: true, not: { type: string } }");
        (schema.MultipleOf, schema.UniqueItems, schema.MinProperties, schema.MaxProperties, schema.ReadOnly, schema.WriteOnly).ShouldBe((0.5m, true, 1, 2, true, true));
        schema.Not.ShouldHaveSingleItem().Types.ShouldBe(SchemaType.String);
    }

    [Fact]
    public void A_recursion_is_cut_where_the_schema_begins_again()
    {
        var contract = Reading.WithSchemas("""
            Node: { type: object, properties: { name: { type: string }, children: { type: array, items: { $ref: '#/components/schemas/Node' } }, owner: { $ref: '#/components/schemas/Owner' } } }
            Owner: { type: object, properties: { root: { $ref: '#/components/schemas/Node' } } }
            """);
        var node = contract.Schemas["Node"];
        node.RecursesTo.ShouldBeNull();
        node.Property("children")!.Items!.RecursesTo.ShouldBe("Node");
        node.Property("owner")!.Property("root")!.RecursesTo.ShouldBe("Node");
        contract.Schemas["Owner"].Property("root")!.Property("owner")!.Property("root")!.RecursesTo.ShouldBe("Node");
    }

    [Theory]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Node' }]")]
    [InlineData("$ref: '#/components/schemas/Node'")]
    public void A_nullable_recursion_stays_nullable(string parent)
    {
        var cut = Reading.WithSchemas($"Node: {{ type: object, properties: {{ parent: {{ nullable: true, {parent} }} }} }}").Schemas["Node"].Property("parent")!;
        (cut.RecursesTo, cut.Nullable).ShouldBe(("Node", true));
    }

    [Fact]
    public void A_schema_may_hold_what_is_derived_from_it()
    {
        var schemas = Reading.WithSchemas("""
            Pet: { type: object, properties: { name: { type: string }, friend: { $ref: '#/components/schemas/Cat' } } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { claws: { type: integer } } }] }
            """).Schemas;
        schemas["Pet"].Property("friend")!.RecursesTo.ShouldBe("Cat");
        schemas["Cat"].Properties.Select(property => property.Name).ShouldBe(["name", "friend", "claws"]);
        schemas["Cat"].Property("friend")!.RecursesTo.ShouldBe("Cat");
    }

    [Fact]
    public void Many_schemas_that_all_hold_each_other_are_read_in_no_time()
    {
        var names = Enumerable.Range(0, 60).Select(n => $"S{n}").ToList();
        var properties = string.Join(", ", names.Select(name => $"{name}: {{ $ref: '#/components/schemas/{name}' }}"));
        Reading.WithSchemas(string.Join('\n', names.Select(name => $"{name}: {{ type: object, properties: {{ {properties} }} }}")))
            .Schemas.Count.ShouldBe(60);
    }

    [Fact]
    public void A_reference_may_lead_to_any_place_of_the_document()
    {
        var schema = Schema("""
            B: { type: object, properties: { 'a/b': { type: integer } } }
            A: { type: object, properties: { x: { $ref: '#/components/schemas/B/properties/a~1b' }, y: { $ref: '#/components/schemas/B/properties/a~1b' } } }
            """);
        schema.Property("x")!.Types.ShouldBe(SchemaType.Integer);
        schema.Property("x")!.Pointer.ShouldBe("/components/schemas/B/properties/a~1b");
        schema.Property("y")!.Name.ShouldBeNull();
    }

    [Theory]
    [InlineData("A: { type: date }", "/components/schemas/A/type: unknown type 'date'; one of: boolean, integer, number, string, array, object, null")]
    [InlineData("A: { type: string, minLength: x }", "/components/schemas/A/minLength: 'x' is not a number; write a number without quotes")]
    [InlineData("A: { type: string, maxLength: -1 }", "/components/schemas/A/maxLength: -1 is not a count; write a whole number of 0 or more")]
    [InlineData("A: { type: string, maxLength: 1.5 }", "/components/schemas/A/maxLength: 1.5 is not a count; write a whole number of 0 or more")]
    [InlineData("A: { type: number, minimum: '5' }", "/components/schemas/A/minimum: '5' is not a number; write a number without quotes")]
    [InlineData("A: { type: string, nullable: 'yes' }", "/components/schemas/A/nullable: 'yes' is neither true nor false; write true or false")]
    [InlineData("A: { type: string, enum: a }", "/components/schemas/A/enum: 'a' is not a list; write a list: [ ]")]
    [InlineData("A: { type: object, properties: [] }", "/components/schemas/A/properties: [] is not a map; write a map: { }")]
    [InlineData("A: { type: object, properties: { 'x/y': 3 } }", "/components/schemas/A/properties/x~1y: 3 is not a map; write a map: { }")]
    [InlineData("A: { type: object, required: [3] }", "/components/schemas/A/required/0: 3 is not a text; put it in quotes")]
    [InlineData("A: { allOf: [{ type: string }, { type: object }] }", "/components/schemas/A/allOf: its parts have no type in common; give them types that one value can have")]
    [InlineData("A: { allOf: [{ $ref: '#/components/schemas/A' }] }", "/components/schemas/A/allOf: the schema is a part of itself; leave it out of its own allOf")]
    [InlineData("A: { typo: 3 }", "/components/schemas/A/typo: OpenAPI has no 'typo' here; leave it out, or begin it with x-")]
    public void What_is_wrong_with_a_schema_is_said_where_it_is(string schema, string complaint) =>
        Reading.Complaint(Reading.SchemasText(schema)).ShouldBe($"spec.yaml#{complaint}");

    [Theory]
    [InlineData("^[a-z")]
    [InlineData("(?<n>")]
    [InlineData("*")]
    public void A_pattern_that_does_not_compile_is_a_diagnostic(string pattern) =>
        Reading.Complaint(Reading.SchemasText($"A: {{ type: string, pattern: '{pattern}' }}"))
            .ShouldStartWith($"spec.yaml#/components/schemas/A/pattern: '{pattern}' is not a regular expression: ");

    private static Schema Schema(string schemas, string version = "3.0.3") => Reading.WithSchemas(schemas, version).Schemas["A"];
}
